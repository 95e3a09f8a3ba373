/** Somebody or something that can be given a role: a person, a SharePoint group, or the "everyone" claim. */
export interface Principal {
  readonly id: number;
  /** SharePoint's PrincipalType: 1 person, 4 security group (the "everyone" claim), 8 SharePoint group. */
  readonly principalType: 1 | 4 | 8;
  readonly loginName: string;
  readonly title: string;
}

/** A person of the organisation, as the site knows them. */
export interface SiteUser extends Principal {
  readonly principalType: 1;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly isSiteAdmin: boolean;
}
