const KEEPS_OUT =
  /^(un)?(ban(s|ned|ning)?|block(s|ed|ing|list)?|blacklist(ed)?|deny|denied|denylist|suspend(s|ed)?|suspension|deactivat(e|ed|es|ion)|disabled?|inactive|active|revoked?|revocation|lock(ed)?|frozen|freeze|kicked|shadowbanned|deleted|archived|terminated)$/;
/** Words that are said of users alone. */
const BAN =
  /^(un)?(ban(s|ned|ning)?|block(s|ed|list)?|blacklist(ed)?|denylist|suspend(s|ed)?|suspension|deactivat(e|ed|es|ion)|revoked?|revocation|kicked|shadowbanned)$/;
/** Words that are said of much else, too. */
const STATES = /^(deny|denied|disabled?|enabled|inactive|active|lock(ed)?|frozen|freeze|terminated)$/;
const DELETED = /^(soft)?(deleted|deletion|archived|removed)$/;
/** What is banned, deleted or revoked, and is no user. */
const THING =
  /^(licen[cs]es?|devices?|subscriptions?|rooms?|channels?|messages?|posts?|comments?|invit(es?|ations?)|coupons?|keys?|webhooks?|projects?|documents?|files?|features?|listings?|products?|orders?|cards?|teams?|workspaces?|organi[sz]ations?|factors?|notifications?|integrations?)$/;
const PERSON = /^(users?|accounts?|members?|customers?|persons?|players?|employees?|subscribers?|profiles?)$/;
const REMOVES = /^(delete[ds]?|deletion|remove[ds]?|destroy(ed)?|erase[ds]?|purge[ds]?|anonymi[sz]ed?)$/;
const SIGNS_OUT = /^(logout|signout|invalidated?|expired?|evict(ed)?)$/;
const LETS_IN =
  /^(un(ban|block|suspend|lock|freeze|disable|blacklist)(s|ned|ning|ed|ded|ing)?|reactivat(e[sd]?|ion)|reinstate[sd]?|reenable[sd]?|pardon(ed)?|restore[sd]?)$/;
const BANS =
  /^(ban(s|ned|ning)?|block(s|ed|ing)?|suspend(s|ed)?|suspension|deactivat(e|ed|es|ion)|disable[ds]?|blacklist|revoke[ds]?|delete[ds]?|deletion|remove[ds]?|kick(s|ed)?|logout|signout|moderation)$/;

/** The words of a name or text, lower case: `isBannedUser` and "is-banned user" give is, banned, user. "log out" and "sign out" are one word. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/\b(log|sign)[ _-]?(ged)?[ _-]?out\b/g, "$1out")
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/** Whether a name or text speaks of a user who is to stay out: `bannedAt`, "SUSPENDED", `isActive`. */
export function speaksOfBan(text: string): boolean {
  return wordsOf(text).some((word) => KEEPS_OUT.test(word));
}

/** Whether a name or text speaks of a ban in words that are said of users alone. */
export function speaksOfStrictBan(text: string): boolean {
  return wordsOf(text).some((word) => BAN.test(word));
}

/** Whether a name or text speaks of a state that users have, and other things as well: `isActive`, "locked". */
export function speaksOfState(text: string): boolean {
  return wordsOf(text).some((word) => STATES.test(word));
}

/** Whether a name or text speaks of what is deleted and still there: `deletedAt`. */
export function speaksOfDeletion(text: string): boolean {
  return wordsOf(text).some((word) => DELETED.test(word));
}

/** Whether a name speaks of something else than a user: `deactivateLicense`, `db.device.delete`. */
export function speaksOfThing(text: string): boolean {
  const words = wordsOf(text);
  return words.some((word) => THING.test(word)) && !words.some((word) => PERSON.test(word));
}

/** Whether a name (of a function, a route) says that a user is let in again. */
export function speaksOfLettingIn(text: string): boolean {
  return wordsOf(text).some((word) => LETS_IN.test(word));
}

/** Whether a name speaks of what is deleted or signed out: there is then nothing left to sign in with. */
export function speaksOfRemoval(text: string): boolean {
  return wordsOf(text).some((word) => REMOVES.test(word) || SIGNS_OUT.test(word));
}

/** Whether a name (of a function, a route, a file) says that somebody is thrown out there. */
export function namesBanFlow(text: string): boolean {
  return wordsOf(text).some((word) => BANS.test(word)) && !speaksOfThing(text);
}

/** Whether a name says that somebody is thrown out for good, and not only for now (`kick`, `logOut`). */
export function namesLastingBan(text: string): boolean {
  if (speaksOfThing(text)) return false;
  return wordsOf(text).some(
    (word) => BANS.test(word) && !/^(kick(s|ed)?|logout|signout|remove[ds]?)$/.test(word),
  );
}
