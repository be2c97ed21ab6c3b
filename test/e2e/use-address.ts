/** All the ways to make a browser ask for something at an address, apart from opening it. */
export type AddressUse =
  | 'fetch'
  | 'XMLHttpRequest'
  | 'EventSource'
  | 'WebSocket'
  | 'beacon'
  | 'image'
  | 'style sheet'
  | 'script'
  | 'video'
  | 'frame'
  | 'form';

/** For a page to run: uses the address, and resolves to the directive by which the page's policy refuses that. */
export function useAddress({ use, url }: { use: AddressUse; url: string }): Promise<string> {
  const add = <Name extends keyof HTMLElementTagNameMap>(name: Name, properties: object) => {
    const element = Object.assign(document.createElement(name), properties);
    document.body.append(element);
    return element;
  };
  const uses: Record<AddressUse, () => unknown> = {
    fetch: () => fetch(url, { mode: 'no-cors' }).catch(() => undefined),
    XMLHttpRequest: () => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    },
    EventSource: () => new EventSource(url),
    WebSocket: () => new WebSocket(url.replace('http', 'ws')),
    beacon: () => navigator.sendBeacon(url, 'text'),
    image: () => add('img', { src: url }),
    'style sheet': () => add('link', { rel: 'stylesheet', href: url }),
    script: () => add('script', { src: url }),
    video: () => add('video', { src: url }),
    frame: () => add('iframe', { src: url }),
    form: () => {
      add('form', { action: url }).submit();
    },
  };
  return new Promise((resolve) => {
    setTimeout(resolve, 5000, 'not refused');
    const onRefused = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
      // The one of an earlier use may come late.
      if (blockedURI.includes(new URL(url).port)) resolve(effectiveDirective);
    };
    addEventListener('securitypolicyviolation', onRefused);
    // In a task of its own: Firefox throws some refusals as well.
    setTimeout(uses[use]);
  });
}
