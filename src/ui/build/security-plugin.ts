import type { Connect, Plugin } from 'vite';
import { metaPolicy, securityHeaders } from './security-headers.ts';

const sendHeaders: Connect.NextHandleFunction = (_request, response, next) => {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  next();
};

/** Puts the Content-Security-Policy into the built page, and on every response of `vite preview`. */
export function securityPlugin(): Plugin {
  return {
    name: 'crossfoot:security',
    configurePreviewServer(server) {
      server.middlewares.use(sendHeaders);
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        if (context.server) return [];
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}
