/** What the host knows about a repository besides its commits; a file in the repository. */
export type RepositoryFacts = {
  id: number;
  description: string;
  private: boolean;
  createdAt: string;
};

/** An organization or user, and the id that it is shown with. */
export type Owner = { id: number; login: string; fullName: string };
