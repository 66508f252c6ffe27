// What Vite makes of an import that ends in `?worker&url`: the address of a script that it has built as a Worker of its own.
declare module '*?worker&url' {
  const url: string;
  export default url;
}
