import { initialisePageContext, type ServiceScope } from './spfx.ts';
import { Page } from './page.ts';
import type { PageData, PageInfo } from './pageData.ts';

/** In the place of sp-application-base: the loader makes it with the root service scope and navigates to the page. */
export class _Navigator {
  readonly #scope: ServiceScope;

  constructor(scope: ServiceScope) {
    this.#scope = scope;
  }

  async navigateToApplication({ spPageContextInfo: info }: { spPageContextInfo: PageInfo }): Promise<object> {
    initialisePageContext(this.#scope, info);
    new Page(this.#scope, info, JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData).show();
    return {};
  }
}
