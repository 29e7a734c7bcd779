export * from './OrganisationPart';
