/** The real package's functions that describe fields: plain data, no pane. */
export { PropertyPaneFieldType } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneField/IPropertyPaneField.js';
export { PropertyPaneButton } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneButton/PropertyPaneButton.js';
export { PropertyPaneButtonType } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneButton/IPropertyPaneButton.js';
export { PropertyPaneCheckbox } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneCheckBox/PropertyPaneCheckbox.js';
export { PropertyPaneChoiceGroup } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneChoiceGroup/PropertyPaneChoiceGroup.js';
export { PropertyPaneCustomField } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneCustomField/PropertyPaneCustomField.js';
export { PropertyPaneDropdown } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneDropdown/PropertyPaneDropdown.js';
export { PropertyPaneDropdownOptionType } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneDropdown/IPropertyPaneDropdown.js';
export { PropertyPaneHeading } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneHeading/PropertyPaneHeading.js';
export { PropertyPaneHorizontalRule } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneHorizontalRule/PropertyPaneHorizontalRule.js';
export { PropertyPaneLabel } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneLabel/PropertyPaneLabel.js';
export { PropertyPaneLink } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneLink/PropertyPaneLink.js';
export { PropertyPaneSlider } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneSlider/PropertyPaneSlider.js';
export { PropertyPaneTextField } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneTextField/PropertyPaneTextField.js';
export { PropertyPaneToggle } from '@microsoft/sp-property-pane/lib/propertyPaneFields/propertyPaneToggle/PropertyPaneToggle.js';
