// The bundler puts a page's CSS beside its script.
declare module '*.css';
