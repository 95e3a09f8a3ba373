import type { Manifest } from './runtime.ts';
import type { NavigationLink, SitePage } from './sitePages.ts';
import { escapedAttribute } from '../model/markup.ts';

export interface PageData {
  readonly page: SitePage;
  readonly navigation: readonly NavigationLink[];
  readonly locale: string;
  /** `_spPageContextInfo` */
  readonly context: Readonly<Record<string, unknown>>;
  readonly manifests: readonly (Manifest | object)[];
  /** Of this answer's script policy. */
  readonly nonce: string;
  /** In development: the page reloads when a package is installed. */
  readonly reloads: boolean;
}

/** SharePoint's own choice for pages that have no application of their own. */
const clientSideApplicationId = 'b6917cb1-93a0-4b97-a84d-7cf49975d4ec';

/** The page: what the loader needs, and an empty shell that `pageApplication` fills. */
export function pageHtml({ page, navigation, locale, context, manifests, nonce, reloads }: PageData): string {
  const { id, title, layout, canvas, etag, author, modified } = page;
  const preloaded = { buildNumber: '1', clientSideApplicationId, manifests, web: {}, user: {} };
  return `<!doctype html>
<html lang="${escapedAttribute(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedAttribute(title)} – ${escapedAttribute(String(context['webTitle']))}</title>
<link rel="icon" href="/favicon.ico">
<link rel="stylesheet" href="/_local/page/page.css">
<script nonce="${nonce}">document.documentElement.dataset.theme = localStorage.getItem('page-theme') === 'dark' ? 'dark' : 'light';</script>
</head>
<body class="lsp-body">
<a class="lsp-skip" href="#content">${locale === 'nl-NL' ? 'Naar de inhoud' : 'Skip to content'}</a>
<div id="page" class="lsp-page"></div>
<script type="application/json" id="page-data">${embedded({ id, title, layout, canvas, etag, author, modified, navigation })}</script>
<script nonce="${nonce}">window._spPageContextInfo = ${embedded(context)}; window.preloadedData = ${embedded(preloaded)}; window.preloadedData.spPageContextInfo = window._spPageContextInfo;</script>
<script src="/_local/spfx/sp-loader/sp-loader-assembly_en-us.js"></script>
<script nonce="${nonce}">spModuleLoader._isTelemetryDisabled = true; spModuleLoader.start(window.preloadedData, console.error).catch(console.error);</script>
${reloads ? '<script src="/_local/page/reload.js"></script>\n' : ''}</body>
</html>
`;
}

/**
 * What the page may run: scripts of this service, and its own inline ones by nonce — as SharePoint Online's script policy has it. The SPFx
 * loader evaluates text, so that is allowed, there as here. No other site may show the page in a frame.
 */
export function scriptPolicy(nonce: string): string {
  return `script-src 'self' 'nonce-${nonce}' 'unsafe-eval'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'`;
}

/** A page that says what is wrong. */
export function errorPage(title: string, text: string, home: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapedAttribute(title)}</title><link rel="stylesheet" href="/_local/page/page.css"></head>`
    + `<body class="lsp-body"><main class="lsp-error-page"><h1 class="lsp-h1">${escapedAttribute(title)}</h1><p>${escapedAttribute(text)}</p><p><a class="lsp-link" href="${escapedAttribute(home)}">Go to the home page</a></p></main></body></html>`;
}

/** JSON inside a script element: nothing in it can end the element. */
function embedded(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
