declare module '#pdfjs-worker' {
  export const WorkerMessageHandler: unknown;
}
