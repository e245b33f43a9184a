/** @file Where things stand in the two versions of the paper. */
import { Rich } from "../../kit/ui/Rich";

/** What; in the first version, which the page is about; in the second, as others cite it. Rich text. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ["share that follows, p_c, upper bound", "Eq. 2, 3, 4", "Eq. 3, 4, 5"],
  ["orbits of two repons, what is conserved", "Eq. 8 to 10", "Appendix C, Eq. 8 to 11"],
  ["accuracy against depth", "Figure 4", "Appendix E, Figure 7"],
  ["phases by the two rates", "Figure 5", "Figure 5"],
  ["phases by weight decay", "Figure 6", "Figure 8"],
  ["bits b of an order", "n log_2 (n/2)", "n log_2 (n/e)"],
  ["bits b of a bipartite graph, a on one side", "n", "log_2 C(n, a)"],
  ["bits b of k classes", "n log_2 k", "about n log_2 k"],
  ["bits b of any relation G", "none", "log_2 (n! / |Aut G|)"],
  ["a network learns where", "η_{enc} η_{dec} ≤ 10^{−7}", "η_{dec} / η_{enc} ≤ 10"],
];

export function Versions() {
  return (
    <details className="versions">
      <summary>Equations and figures in both versions of the paper</summary>
      <p>
        This page is about the first version, and its numbers are that one’s. The second, of March
        2025, is given as others cite it.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">what</th>
            <th scope="col">first version</th>
            <th scope="col">second version, as cited by others</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([what, ...versions]) => (
            <tr key={what}>
              <th scope="row">
                <Rich text={what} />
              </th>
              {versions.map((where, version) => (
                <td key={version === 0 ? "first" : "second"}>
                  <Rich text={where} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
