import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/latin-ext-600.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { requests } from './state/requests.svelte.ts';
import { update } from './state/update.svelte.ts';

requests.watch();
mount(App, { target: document.getElementById('app')! });

// Not before the app stands: the files that it keeps must not hold up those that it needs now.
if (import.meta.env.PROD)
  addEventListener('load', () => setTimeout(() => void update.register('service-worker.js'), 0));
