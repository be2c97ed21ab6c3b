/** The package ships no types; this is what is used of it. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SwaggerOptions {
    domNode: HTMLElement;
    spec: unknown;
    requestInterceptor: (request: { headers: Record<string, string> }) => object;
  }

  export default function SwaggerUI(options: SwaggerOptions): unknown;
}
