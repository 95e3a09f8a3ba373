import type { Manifest } from './runtime.ts';

export interface PageData {
  readonly title: string;
  readonly locale: string;
  /** `CanvasContent1` */
  readonly canvas: string;
  readonly etag: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly manifests: readonly (Manifest | object)[];
}

/** The page: what the loader needs, and an empty shell that `pageApplication` fills. */
export function pageHtml({ title, locale, canvas, etag, context, manifests }: PageData): string {
  const preloaded = { buildNumber: '1', clientSideApplicationId: '11111111-2222-4333-8444-555555555555', manifests, spPageContextInfo: context, web: {}, user: {} };
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – ${escaped(String(context['webTitle']))}</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/_local/page/page.css">
<script>document.documentElement.dataset.theme = localStorage.getItem('page-theme') === 'dark' ? 'dark' : 'light';</script>
</head>
<body>
<a class="skip" href="#content">${locale === 'nl-NL' ? 'Naar de inhoud' : 'Skip to content'}</a>
<div id="page"></div>
<script type="application/json" id="page-data">${embedded({ title, canvas, etag, locale })}</script>
<script>window._spPageContextInfo = ${embedded(context)}; window.preloadedData = ${embedded({ ...preloaded, spPageContextInfo: undefined })}; window.preloadedData.spPageContextInfo = window._spPageContextInfo;</script>
<script src="/_local/spfx/sp-loader/sp-loader-assembly_en-us.js"></script>
<script>spModuleLoader._isTelemetryDisabled = true; spModuleLoader.start(window.preloadedData, console.error).catch(console.error);</script>
</body>
</html>
`;
}

/** A page that says what is wrong. */
export function errorPage(text: string, home: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not found</title><link rel="stylesheet" href="/_local/page/page.css"></head>`
    + `<body><main class="notice"><h1>Not found</h1><p>${escaped(text)}</p><p><a href="${escaped(home)}">Go to the home page</a></p></main></body></html>`;
}

/** JSON inside a script element: nothing in it can end the element. */
function embedded(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
