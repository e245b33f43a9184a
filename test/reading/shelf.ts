/** @file What a browser keeps of studies that were trained in the page. Runs within the page. */

/** How many finished networks are kept in this browser. */
export const finishedOnShelf = () =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open("geneft-studies");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const standings = opening.result.transaction("standings").objectStore("standings").getAll();
      standings.onerror = () => reject(standings.error);
      standings.onsuccess = () => {
        opening.result.close();
        resolve(standings.result.filter(({ finished }) => finished).length);
      };
    };
  });
