import { ThemeProvider, type IReadonlyTheme, type ThemeChangedEventArgs } from '@microsoft/sp-component-base';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import type * as React from 'react';
import { mountFeature, unmountFeature } from '../features/mount';
import type { PageTheme } from '../ui/theme';
import { pageServices } from './pageServices';

/** A web part that shows one feature in the colours of its section, in the page's theme, light or dark. */
export abstract class ThemedWebPart<Properties extends {}> extends BaseClientSideWebPart<Properties> {
  private theme: IReadonlyTheme | undefined;

  /** What this web part shows. */
  protected abstract feature(): React.ReactElement;

  protected async onInit(): Promise<void> {
    await super.onInit();
    const provider = this.context.serviceScope.consume(ThemeProvider.serviceKey);
    this.theme = provider.tryGetTheme();
    provider.themeChangedEvent.add(this, this.onTheme);
  }

  public render(): void {
    const { services, queryClient, words } = pageServices(this.context);
    mountFeature(this.domElement, this.feature(), { services, queryClient, words, theme: this.theme as PageTheme | undefined });
  }

  protected onDispose(): void {
    unmountFeature(this.domElement);
    super.onDispose();
  }

  private onTheme(change: ThemeChangedEventArgs): void {
    this.theme = change.theme;
    this.render();
  }
}
