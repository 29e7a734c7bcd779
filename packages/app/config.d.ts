export interface Config {
  app?: {
    /**
     * Demo people whom the sign-in page offers. Leave it out where people sign in with a password or single sign-on.
     * @deepVisibility frontend
     */
    personas?: Array<{
      /** Entity ref, such as `user:default/li-wei`; it must also stand in `auth.personas.users`. */
      userRef: string;
      /** Chinese name, and English one. */
      name: string;
      nameEn: string;
      /** What the person does, in Chinese and in English. */
      role: string;
      roleEn: string;
      /** Tenant the person belongs to, in Chinese and in English; left out for people of the platform. */
      tenant?: string;
      tenantEn?: string;
    }>;
  };
}
