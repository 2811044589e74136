/** A workspace membership: the role on the platform in one company's area. */
export interface SampleMembership {
  workspaceId: string;
  workspaceRole: 'Owner' | 'Master' | 'Developer';
}

export interface SampleAccount {
  accountId: string;
  name: string;
  email: string;
  memberships: readonly SampleMembership[];
}

/** The one ISV workspace. A merchant's own workspace has the merchant's id. */
export const isvWorkspace = { workspaceId: 'NC-20418', name: 'Nova Commerce' } as const;

/** Fictional people; the domains end in `.example` so that nobody can own them. */
export const sampleAccounts: readonly SampleAccount[] = [
  {
    accountId: 'acc-10031',
    name: 'Mira Santoso',
    email: 'mira.santoso@nova-commerce.example',
    memberships: [
      { workspaceId: isvWorkspace.workspaceId, workspaceRole: 'Developer' },
      { workspaceId: 'OT-01127', workspaceRole: 'Master' },
    ],
  },
  {
    accountId: 'acc-10057',
    name: 'Bayu Pratama',
    email: 'bayu.pratama@kopi-kemuning.example',
    memberships: [{ workspaceId: 'KK-00731', workspaceRole: 'Owner' }],
  },
  {
    accountId: 'acc-10084',
    name: 'Jana Petersen',
    email: 'jana.petersen@roesterei-nordlicht.example',
    memberships: [{ workspaceId: 'RN-03917', workspaceRole: 'Owner' }],
  },
];
