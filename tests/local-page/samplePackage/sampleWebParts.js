/*
 * The web parts of the sample package, as a bundle of SPFx looks to the loader: one AMD module, an export for each web part. Written by hand and
 * never built, so that it is plain that the page runs what others built.
 */
define(
  ['@microsoft/sp-webpart-base', '@microsoft/sp-property-pane', '@microsoft/sp-component-base', '@microsoft/load-themed-styles', '@microsoft/sp-core-library', '@microsoft/sp-loader', '@microsoft/sp-page-context', 'sample-library'],
  (base, pane, components, styles, core, loader, pageContext, library) => {
    // For the test that names the members of the runtime.
    window.sampleRuntime = { base, pane, components, styles, core, loader, pageContext };
    const escaped = (value) => String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    styles.loadStyles('.sample-token { color: "[theme: themePrimary, default: #ff00ff]"; }');

    /** Shows its properties, its theme and what SPFx told it. */
    class ShowingWebPart extends base.BaseClientSideWebPart {
      constructor() {
        super();
        this.told = [];
        this.themes = 0;
      }

      onInit() {
        this.provider = this.context.serviceScope.consume(components.ThemeProvider.serviceKey);
        return super.onInit();
      }

      onThemeChanged(theme) {
        this.theme = theme;
        this.themes += 1;
      }

      render() {
        const { semanticColors, isInverted } = this.theme;
        const consumed = this.provider.tryGetTheme();
        this.domElement.innerHTML = `
          <div class="sample" style="background: ${semanticColors.bodyBackground}; color: ${semanticColors.bodyText}" data-mode="${this.displayMode}" data-inverted="${isInverted}"
            data-background="${semanticColors.bodyBackground}" data-consumed="${consumed.semanticColors.bodyBackground}" data-themes="${this.themes}" data-sdks="${Object.keys(this.context.sdks).length}">
            <h2 class="sample-title">${escaped(this.properties.title)}</h2>
            <p class="sample-token">${escaped(library.greeting(this.context.pageContext.user.displayName))}</p>
            <pre class="sample-properties" style="white-space: pre-wrap; overflow-wrap: anywhere">${escaped(JSON.stringify(this.properties))}</pre>
            <ol class="sample-told">${this.told.map((word) => `<li>${escaped(word)}</li>`).join('')}</ol>
            <button class="sample-configure">Configure</button> <button class="sample-count">Count</button>
          </div>`;
        this.domElement.querySelector('.sample-configure').addEventListener('click', () => this.context.propertyPane.open());
        this.domElement.querySelector('.sample-count').addEventListener('click', () => {
          this.properties.count = (this.properties.count || 0) + 1;
          this.render();
        });
      }

      tell(word) {
        this.told.push(word);
        const list = this.domElement.querySelector('.sample-told');
        if (list) list.insertAdjacentHTML('beforeend', `<li>${escaped(word)}</li>`);
      }

      onPropertyPaneConfigurationStart() { this.tell('start'); }
      onPropertyPaneConfigurationComplete() { this.tell('complete'); }
      onAfterPropertyPaneChangesApplied() { this.tell('applied'); }
      onPropertyPaneFieldChanged(path, before, after) { this.tell(`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`); }
      onAfterResize() { this.tell('resized'); }
      onDispose() { document.body.dataset.disposed = `${document.body.dataset.disposed || ''} ${this.instanceId}`; }

      get propertiesMetadata() {
        return { title: { isSearchablePlainText: true }, link: { isLink: true }, image: { isImageSource: true }, html: { isHtmlString: true } };
      }
    }

    const dot = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Ccircle cx="4" cy="4" r="4"/%3E%3C/svg%3E';

    /** Every kind of field, each change at once (reactive). */
    class AllFieldsWebPart extends ShowingWebPart {
      getPropertyPaneConfiguration() {
        return { pages: [this.firstPage(), this.secondPage()] };
      }

      firstPage() {
        const { extra } = this.properties;
        return {
          header: { description: 'Every kind of field.' },
          groups: [
            {
              groupName: 'Texts',
              groupFields: [
                pane.PropertyPaneTextField('title', { label: 'Title', description: 'Shown at the top', maxLength: 40 }),
                pane.PropertyPaneTextField('lines', { label: 'Lines', multiline: true, rows: 3 }),
                pane.PropertyPaneTextField('checked', { label: 'Checked at once', onGetErrorMessage: (text) => text.includes('!') ? 'No exclamation marks, please.' : '' }),
                pane.PropertyPaneTextField('asked', {
                  label: 'Checked later', deferredValidationTime: 20,
                  onGetErrorMessage: (text) => this.ask(text),
                }),
                pane.PropertyPaneTextField('locked', { label: 'Locked', disabled: true, value: 'Not to be changed' }),
              ],
            },
            {
              groupName: 'Choices',
              groupFields: [
                pane.PropertyPaneToggle('extra', { label: 'More', onText: 'Shown', offText: 'Hidden' }),
                ...extra ? [pane.PropertyPaneTextField('more.text', { label: 'More text' }), this.customField('second')] : [],
                pane.PropertyPaneCheckbox('agreed', { text: 'Agreed' }),
                pane.PropertyPaneDropdown('fruit', {
                  label: 'Fruit', selectedKey: 'apple',
                  options: [
                    { key: 'h', text: 'From here', type: pane.PropertyPaneDropdownOptionType.Header }, { key: 'apple', text: 'Apple' }, { key: 'pear', text: 'Pear' },
                    { key: 'd', text: '-', type: pane.PropertyPaneDropdownOptionType.Divider }, { key: 'h2', text: 'From afar', type: pane.PropertyPaneDropdownOptionType.Header }, { key: 3, text: 'Mango' },
                  ],
                }),
                pane.PropertyPaneChoiceGroup('size', { label: 'Size', options: [{ key: 'small', text: 'Small', checked: true }, { key: 'large', text: 'Large' }, { key: 'huge', text: 'Huge', disabled: true }] }),
                pane.PropertyPaneChoiceGroup('shape', {
                  label: 'Shape', options: [
                    { key: 'list', text: 'List', iconProps: { officeFabricIconFontName: 'List' } }, { key: 'tiles', text: 'Tiles', imageSrc: dot, selectedImageSrc: dot, imageSize: { width: 24, height: 24 } },
                  ],
                }),
              ],
            },
          ],
        };
      }

      /** Answers after a while; for "slow" when somebody calls `sampleAnswer`. */
      ask(text) {
        return new Promise((resolve) => {
          if (text === 'slow') window.sampleAnswer = () => resolve('');
          else setTimeout(() => resolve(text === 'taken' ? 'This name is taken.' : ''), 20);
        });
      }

      secondPage() {
        return {
          displayGroupsAsAccordion: true,
          groups: [
            { groupName: 'Numbers', groupFields: [pane.PropertyPaneSlider('level', { label: 'Level', min: 0, max: 10, step: 2, valueFormat: (value) => `${value} %` })] },
            {
              groupName: 'Others', isCollapsed: true,
              groupFields: [
                pane.PropertyPaneHeading('', { text: 'A heading', headingLevel: 'h4' }),
                pane.PropertyPaneLabel('', { text: 'A label', required: true }),
                pane.PropertyPaneHorizontalRule(),
                pane.PropertyPaneLink('', { text: 'A link', href: '/sites/intranet', target: '_blank' }),
                pane.PropertyPaneLink('', { text: 'A hostile link', href: 'javascript:document.body.dataset.hostile = 1' }),
                pane.PropertyPaneButton('pressed', { text: 'Press', buttonType: pane.PropertyPaneButtonType.Primary, onClick: (value) => (value || 0) + 1 }),
                this.customField('first'),
              ],
            },
          ],
        };
      }

      /** Counts its drawings, and tells when it is gone. */
      customField(key) {
        return pane.PropertyPaneCustomField({
          key,
          onRender: (element, context, changed) => {
            if (!element.firstChild) {
              element.innerHTML = `<button type="button" class="sample-custom" data-drawn="0">Custom ${key}</button>`;
              element.firstChild.addEventListener('click', () => changed(`custom.${key}`, 'chosen'));
            }
            element.firstChild.dataset.drawn = Number(element.firstChild.dataset.drawn) + 1;
          },
          onDispose: () => this.tell(`custom ${key} disposed`),
        });
      }
    }

    /** Its changes wait for "Apply". */
    class ApplyWebPart extends ShowingWebPart {
      get disableReactivePropertyChanges() { return true; }

      getPropertyPaneConfiguration() {
        return {
          pages: [{ groups: [{ groupFields: [pane.PropertyPaneTextField('title', { label: 'Title', onGetErrorMessage: (text) => text === '' ? 'Give it a title.' : '', deferredValidationTime: 0 })] }] }],
        };
      }
    }

    /** Cannot be shown. */
    class FailingWebPart extends base.BaseClientSideWebPart {
      render() { throw new Error('This web part always fails.'); }
    }

    return { AllFieldsWebPart, ApplyWebPart, FailingWebPart };
  });
