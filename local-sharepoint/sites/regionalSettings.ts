import { readFileSync } from 'node:fs';
import { wrongArgument } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { numberArgument, textArgument } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, Entity, PathSegment, Resource } from '../routing/resource.ts';
import { languages } from './languages.ts';

/** The regional settings of every site here: en-US, and UTC for its clock. Recorded: PnP Core SDK (the keys and the en-US values). */
const settings: Entity = {
  type: 'SP.RegionalSettings', editLink: 'Web/RegionalSettings', navigation: ['InstalledLanguages', 'TimeZone', 'TimeZones'],
  properties: {
    AdjustHijriDays: 0, AlternateCalendarType: 0, AM: 'AM', CalendarType: 1, Collation: 25, CollationLCID: 2070, DateFormat: 0, DateSeparator: '/', DecimalSeparator: '.',
    DigitGrouping: '3;0', FirstDayOfWeek: 0, FirstWeekOfYear: 0, IsEastAsia: false, IsRightToLeft: false, IsUIRightToLeft: false, ListSeparator: ',', LocaleId: 1033,
    NegativeSign: '-', NegNumberMode: 1, PM: 'PM', PositiveSign: '', ShowWeeks: false, ThousandSeparator: ',', Time24: false, TimeMarkerPosition: 0, TimeSeparator: ':',
    WorkDayEndHour: 1020, WorkDays: 62, WorkDayStartHour: 480,
  },
};

/** Number, name and biases in minutes. Recorded: PnP Core SDK, GetTimeZonesSettingsTest. */
const timeZones = JSON.parse(readFileSync(new URL('./timeZones.json', import.meta.url), 'utf8')) as readonly (readonly [id: number, description: string, bias: number, daylight: number, standard: number])[];
const utc = 93;

function timeZone(id: number, editLink = `Web/RegionalSettings/TimeZones(${id})`): Entity {
  const found = timeZones.find((candidate) => candidate[0] === id);
  if (!found) throw wrongArgument();
  const [, Description, Bias, DaylightBias, StandardBias] = found;
  return { type: 'SP.TimeZone', editLink, properties: { Description, Id: id, Information: complex('SP.TimeZoneInformation', { Bias, DaylightBias, StandardBias }) } };
}

/** `web/regionalsettings`, its time zone, all time zones and the languages, to read. */
export function regionalSettingsResource(): Resource {
  return {
    get: () => ({ kind: 'entity', entity: settings }),
    child: (segment) => {
      switch (segment.name) {
        case 'timezone': return { get: () => ({ kind: 'entity', entity: timeZone(utc, 'Web/RegionalSettings/TimeZone') }), child: localTime };
        case 'timezones': return timeZonesResource(segment);
        case 'installedlanguages': return { get: () => ({ kind: 'property', name: 'InstalledLanguages', value: installedLanguages() }) };
        default: return undefined;
      }
    },
  };
}

function timeZonesResource(segment: PathSegment): Resource {
  const byId = (id: number): Resource => ({ get: () => ({ kind: 'entity', entity: timeZone(id) }), post: () => ({ kind: 'entity', entity: timeZone(id) }) });
  if (segment.args.length > 0) return byId(numberArgument(segment));
  return {
    get: (request) => applyQuery(timeZones.map(([id]) => timeZone(id)), request, 'SP.ApiData.TimeZones'),
    child: (next) => next.name === 'getbyid' ? byId(numberArgument(next)) : undefined,
  };
}

/** The clock of each site here runs in UTC, so both ways give the same moment; UTC is marked with Z (recorded: TimeZoneUtcToLocalTimeTest). */
function localTime(segment: PathSegment): Resource | undefined {
  const name = segment.name === 'utctolocaltime' ? 'UTCToLocalTime' : segment.name === 'localtimetoutc' ? 'LocalTimeToUTC' : undefined;
  if (name === undefined) return undefined;
  const call = (): Answer => ({ kind: 'property', name, value: `${moment(textArgument(segment))}${name === 'LocalTimeToUTC' ? 'Z' : ''}` });
  return { get: call, post: call };
}

function moment(text: string): string {
  const [, day, time, zone = ''] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?))?(Z|[+-]\d\d:\d\d)?$/i.exec(text.trim()) ?? [];
  const date = new Date(`${day}T${time ?? '00:00:00'}${zone === '' ? 'Z' : zone}`);
  if (day === undefined || Number.isNaN(date.getTime())) throw wrongArgument();
  return date.toISOString().slice(0, 19);
}

function installedLanguages(): unknown {
  return complex('SP.LanguageCollection', { Items: languages.map(({ lcid, tag, name }) => complex('SP.Language', { DisplayName: name, LanguageTag: tag, Lcid: lcid })) });
}
