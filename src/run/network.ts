/** @file How files of the site are fetched. The page that is one file has them within (scripts/single). */
export const fetchFile = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
