import { FigureIndex } from './figure-index.ts';
import { tellRequests } from '../../worker/request-log.ts';

/** `texts` replaces what is searched; `query` asks for the positions of what matches. */
export type SearchMessage = { kind: 'texts'; texts: string[] } | { kind: 'query'; id: number; query: string };

export interface SearchReply {
  id: number;
  found: number[];
}

tellRequests();

let index = new FigureIndex([]);

self.addEventListener('message', ({ data }: MessageEvent<SearchMessage>) => {
  if (data.kind === 'texts') index = new FigureIndex(data.texts);
  else self.postMessage({ id: data.id, found: index.search(data.query) } satisfies SearchReply);
});
