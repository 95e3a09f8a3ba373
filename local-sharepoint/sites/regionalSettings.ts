import { complex } from '../routing/complex.ts';
import type { Entity, Resource } from '../routing/resource.ts';

/**
 * The regional settings of every site here: en-US, and UTC for its clock. Recorded: PnP Core SDK (the keys and the en-US values); the number and
 * name of the time zone are remembered.
 */
const settings: Entity = {
  type: 'SP.RegionalSettings', editLink: 'Web/RegionalSettings', navigation: ['InstalledLanguages', 'TimeZone', 'TimeZones'],
  properties: {
    AdjustHijriDays: 0, AlternateCalendarType: 0, AM: 'AM', CalendarType: 1, Collation: 25, CollationLCID: 2070, DateFormat: 0, DateSeparator: '/', DecimalSeparator: '.',
    DigitGrouping: '3;0', FirstDayOfWeek: 0, FirstWeekOfYear: 0, IsEastAsia: false, IsRightToLeft: false, IsUIRightToLeft: false, ListSeparator: ',', LocaleId: 1033,
    NegativeSign: '-', NegNumberMode: 1, PM: 'PM', PositiveSign: '', ShowWeeks: false, ThousandSeparator: ',', Time24: false, TimeMarkerPosition: 0, TimeSeparator: ':',
    WorkDayEndHour: 1020, WorkDays: 62, WorkDayStartHour: 480,
  },
};

const timeZone: Entity = {
  type: 'SP.TimeZone', editLink: 'Web/RegionalSettings/TimeZone',
  properties: { Description: '(UTC) Coordinated Universal Time', Id: 93, Information: complex('SP.TimeZoneInformation', { Bias: 0, DaylightBias: 0, StandardBias: 0 }) },
};

/** `web/regionalsettings` and its time zone, to read. */
export function regionalSettingsResource(): Resource {
  return {
    get: () => ({ kind: 'entity', entity: settings }),
    child: (segment) => segment.name === 'timezone' ? { get: () => ({ kind: 'entity', entity: timeZone }) } : undefined,
  };
}
