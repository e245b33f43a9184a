/** @file How near the classes of each network have come together, as a table: a row for each network. */
import { column, finite, type Table } from "../../../kit/draw/table";
import type { MeetingsData } from "./meetings";
import { hasMet, meetingsFinding } from "./meetingsFinding";

export const meetingsTable = ({ name, networks, why }: MeetingsData): Table => ({
  title: "Do classes meet?",
  about: `${name}: how far apart the repons of each network are at its last step, and its phase.`,
  finding: why ?? meetingsFinding(networks),
  columns: [
    column("network", "Its two knobs and its seed."),
    column("phase", "By Table 4."),
    column("within", "Median distance of two repons of one class."),
    column("between", "Median distance of two repons of different classes."),
    column("met", "1 where the first is less than half of the second."),
    column("alike", "Share of elements whose nearest neighbour is of their class."),
  ],
  rows: networks.map((network) => [
    network.where,
    network.phase,
    finite(network.within),
    finite(network.between),
    hasMet(network) ? 1 : 0,
    network.alike,
  ]),
});
