import { Version } from '@microsoft/sp-core-library';
import { PropertyPaneDropdown, PropertyPaneSlider, PropertyPaneTextField, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as React from 'react';
import * as strings from 'SchilStrings';
import type { Theme } from '../../domain/feed/post';
import { ActivityFeed } from '../../features/feed/ActivityFeed';
import { pageServices } from '../pageServices';
import { ThemedWebPart } from '../themedWebPart';

export interface IActivityFeedProperties {
  readonly title: string;
  /** 0: all themes, and the reader may choose. */
  readonly themeId: number;
  readonly pageSize: number;
}

const usualPage = 20;

/** The activity feed on a page. */
export default class ActivityFeedWebPart extends ThemedWebPart<IActivityFeedProperties> {
  private themes: readonly Theme[] = [];

  protected feature(): React.ReactElement {
    const { title, themeId, pageSize } = this.properties;
    return React.createElement(ActivityFeed, { title: title ?? '', themeId: themeId ? themeId : undefined, pageSize: pageSize || usualPage });
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }

  /** The themes are read when somebody opens the pane, not by every visitor for it. */
  protected onPropertyPaneConfigurationStart(): void {
    pageServices(this.context).services.feed.loadFirstScreen({}, 1).then(({ themes }) => {
      this.themes = themes;
      this.context.propertyPane.refresh();
    }, () => undefined);
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const words = strings.properties;
    const options = [{ key: 0, text: words.allThemes }, ...this.themes.map(({ id, title }) => ({ key: id, text: title }))];
    return {
      pages: [{
        header: { description: words.about },
        groups: [{
          groupName: words.group,
          groupFields: [
            PropertyPaneTextField('title', { label: words.titleLabel, placeholder: words.titleHint, maxLength: 100 }),
            PropertyPaneDropdown('themeId', { label: words.themeLabel, options, selectedKey: this.properties.themeId ?? 0 }),
            PropertyPaneSlider('pageSize', { label: words.pageSizeLabel, min: 5, max: 50, step: 5 }),
          ],
        }],
      }],
    };
  }
}
