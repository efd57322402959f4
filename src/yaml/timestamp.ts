/** Dates, which kubectl leaves alone and kustomize rewrites. */

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2}))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

/**
 * Whether a plain text is a date to YAML readers written in Go: a date alone, with `T`, time and zone, or with a space and a
 * time without zone (YAML v2 and v3, allowedTimestampFormats). A day the calendar does not have makes it text.
 */
export function isTimestamp(text: string): boolean {
  const match = timestamp.exec(text);
  if (match === null) return false;
  const [year, month, day, ...time] = match.slice(1).map((part) => Number(part ?? 0));
  const [
    hour = 0,
    minute = 0,
    second = 0,
    zoneHour = 0,
    zoneMinute = 0,
    plainHour = 0,
    plainMinute = 0,
    plainSecond = 0,
  ] = time;
  return (
    isDay(year ?? 0, month ?? 0, day ?? 0) &&
    isTime(hour, minute, second) &&
    isTime(plainHour, plainMinute, plainSecond) &&
    zoneHour <= 24 &&
    zoneMinute < 60
  );
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

function isDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
