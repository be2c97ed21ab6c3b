interface TestPageSource {
  html: string;
  headers?: Record<string, string>;
}

/** Every page has an element `#text` with English in it, on most one paragraph. */
const paragraph = 'The weather is lovely today. We walked along the river until the sun went down.';
const text = `<p id="text">${paragraph}</p>`;
const article = `<h1>A walk</h1>${text}<p>Later we had dinner with old friends.</p><p>Nobody wanted to go home.</p>`;
const filler = '<p>Nothing happened for a long time.</p>'.repeat(60);

function writePage(body: string, style = ''): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><style>body { margin: 40px; font: 18px/1.5 sans-serif; max-width: 600px } ${style}</style>${body}`;
}

const pages = {
  article: { html: writePage(`<main id="article">${article}</main>`) },
  'strict-csp': {
    html: writePage(article),
    headers: { 'Content-Security-Policy': "default-src 'none'; require-trusted-types-for 'script'" },
  },
  lines: {
    html: writePage('<pre id="text">Roses are red\nViolets are blue\n\nSugar is sweet\nAnd so are you</pre>'),
  },
  // What a reader has before them; for the pictures of the README.
  story: {
    html: writePage(
      `<h1>The lighthouse keeper</h1><p>For forty years the old man had climbed the stairs every evening, and every evening the sea had looked different.</p><p id="text">He knew the ships by their lights and the wind by its sound. When the storm came in the autumn, he was the first to see the boat that had lost its way.</p><p>Nobody in the village slept that night. The women carried lamps down to the harbour, and the children were allowed to stay up and count the flashes of the great light above them.</p><p>By morning the sea was calm again, as if it had never meant any harm.</p>`,
      ':root { color-scheme: light dark } body { font: 19px/1.6 Georgia, "Noto Serif", serif; max-width: 640px; margin: 32px 130px } h1 { font-size: 30px; line-height: 1.3 }',
    ),
  },
  long: { html: writePage(`${filler}${text}${filler}`) },
  'nested-scroll': {
    html: writePage(
      `${filler}<div id="scroller">${filler}${text}${filler}</div>${filler}`,
      '#scroller { height: 300px; overflow: auto }',
    ),
  },
  transformed: {
    html: writePage(
      article,
      'html { transform: translate(30px, 20px) scale(0.9); filter: blur(0); contain: layout }',
    ),
  },
  // Styles of a page that wants nothing but its own elements to be seen.
  hostile: {
    html: writePage(
      article,
      'html > :not(head, body), html div { all: unset !important; display: none !important; opacity: 0 !important; transform: scale(0) !important }',
    ),
  },
  // Elements whose ids are names of globals: scripts of extensions see them where they have no global of their own.
  namesakes: {
    html: writePage(
      `${article}<form id="browser"><input name="runtime" id="id" hidden></form><form id="chrome"></form><form id="dragomanOverlay"></form>`,
    ),
  },
  dialog: {
    html: writePage(
      `<button id="behind">Behind</button><dialog id="dialog">${text}</dialog><script>dialog.showModal()</script>`,
    ),
  },
  'late-dialog': { html: writePage(`${article}<dialog>A question</dialog>`) },
  'full-screen': {
    html: writePage(
      `<div id="stage"><button id="go">Go</button>${text}</div><script>go.onclick = () => stage.requestFullscreen()</script>`,
      '#stage { background: white }',
    ),
  },
  'shadow-open': { html: writePage(writeShadowHost('open')) },
  'shadow-closed': { html: writePage(writeShadowHost('closed')) },
  fields: {
    html: writePage(
      `${text}<input id="input" size="60" value="${paragraph}"><textarea id="textarea" cols="60">${paragraph}</textarea>`,
    ),
  },
  // Whatever is copied, the page puts its own words there.
  'copy-guard': {
    html: writePage(
      `${text}<textarea id="textarea"></textarea><script>addEventListener('copy', (event) => { event.clipboardData.setData('text/plain', 'Read more here'); event.preventDefault(); event.stopImmediatePropagation() }, true)</script>`,
    ),
  },
  // The frame is of another origin: `frame.test` on the same port.
  framed: {
    html: writePage(
      `${text}<iframe width="600" height="300"></iframe><script>document.querySelector('iframe').src = 'http://frame.test:' + location.port + '/article'</script>`,
    ),
  },
  sandboxed: { html: writePage(`${text}<iframe sandbox width="600" height="300" src="/article"></iframe>`) },
} satisfies Record<string, TestPageSource>;

export type TestPageName = keyof typeof pages;

const pagesByName = new Map<string, TestPageSource>(Object.entries(pages));

export function findTestPage(name: string): TestPageSource | undefined {
  return pagesByName.get(name);
}

function writeShadowHost(mode: 'open' | 'closed'): string {
  return `<div id="host"></div><script>host.attachShadow({ mode: '${mode}' }).innerHTML = '${text}'</script>`;
}
