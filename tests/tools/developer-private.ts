/** The part of `chrome.developerPrivate` that tests use; it exists only on chrome://extensions and has no public types. */
type CollectedError = {
  severity: "LOG" | "WARN" | "ERROR";
  message: string;
  source: string;
  stackTrace?: { url: string; lineNumber: number; columnNumber: number }[];
};

type DeveloperPrivate = {
  addHostPermission(id: string, host: string): Promise<void>;
  removeHostPermission(id: string, host: string): Promise<void>;
  updateExtensionConfiguration(change: {
    extensionId: string;
    errorCollection?: boolean;
    hostAccess?: "ON_CLICK" | "ON_SPECIFIC_SITES" | "ON_ALL_SITES";
  }): Promise<void>;
  deleteExtensionErrors(which: { extensionId: string }): Promise<void>;
  getExtensionInfo(
    id: string,
  ): Promise<{ runtimeErrors: CollectedError[]; manifestErrors: CollectedError[] }>;
};

declare global {
  namespace chrome {
    const developerPrivate: DeveloperPrivate;
  }
}

export type { CollectedError };
