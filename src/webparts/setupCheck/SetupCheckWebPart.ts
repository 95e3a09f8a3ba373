import { Version } from '@microsoft/sp-core-library';
import * as React from 'react';
import { LazySetupCheck } from '../../features/setup/lazySetup';
import { ThemedWebPart } from '../themedWebPart';

/** The set-up check on a page, for the owner. */
export default class SetupCheckWebPart extends ThemedWebPart<{}> {
  protected feature(): React.ReactElement {
    return React.createElement(LazySetupCheck, {});
  }

  protected get dataVersion(): Version {
    return Version.parse('1.0');
  }
}
