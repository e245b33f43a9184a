import { beforeEach, describe, expect, test } from "vitest";
import { CHAPTERS, codec, rests } from "../../../src/app/chapters";
import {
  asks,
  chooseDeck,
  deckOf,
  first,
  last,
  next,
  openNumber,
  placeIn,
  previous,
} from "../../../src/app/lecture/deck";
import { lecture } from "../../../src/app/lecture/profile";
import { change } from "../../../src/kit/live/model/actions";
import { createPageStore, type Store } from "../../../src/kit/live/model/store";

let store: Store;
const at = (fragment: string) => {
  store = createPageStore(codec.decode(fragment).link, [], { codec, rests, stored: () => null });
};
const scene = () => store.getState().link.scene;

beforeEach(() => at("mode=lecture"));

describe("a lecture", () => {
  test("is walked by one key: the answer of each question first, then the next scene, to the last", () => {
    const seen: string[] = [];
    let answers = 0;
    for (
      let press = 0;
      press < 100 && placeIn(store.getState()) < codec.scenes.length - 1;
      press++
    ) {
      if (asks(store.getState())) {
        const before = scene();
        next(store);
        expect(scene()).toBe(before);
        expect(store.getState().revealed).toBe(true);
        answers++;
      }
      seen.push(scene() ?? "");
      next(store);
      expect(store.getState().revealed).toBe(false);
    }
    seen.push(scene() ?? "");
    expect(seen).toEqual(codec.scenes.map(({ id }) => id));
    expect(answers).toBe(codec.scenes.slice(0, -1).filter(({ question }) => question).length);
  });

  test("back takes back an answer, then leads to the scene before", () => {
    next(store);
    expect(store.getState().revealed).toBe(true);
    previous(store);
    expect(store.getState().revealed).toBe(false);
    expect(scene()).toBe(codec.scenes[0].id);
    last(store);
    previous(store);
    expect(scene()).toBe(codec.scenes.at(-2)?.id);
    first(store);
    previous(store);
    expect(scene()).toBe(codec.scenes[0].id);
  });

  test("stays where it is at its end", () => {
    last(store);
    if (asks(store.getState())) next(store);
    next(store);
    expect(scene()).toBe(codec.scenes.at(-1)?.id);
  });

  test("of a chosen deck shows those scenes in that order and no other", () => {
    at("v=1&scene=late&profile=lecture&deck=late,pull,meet");
    expect(deckOf(store.getState()).map(({ id }) => id)).toEqual(["late", "pull", "meet"]);
    if (asks(store.getState())) next(store);
    next(store);
    expect(scene()).toBe("pull");
    last(store);
    expect(scene()).toBe("meet");
  });

  test("of a deck that is chosen on the way begins with its first scene, unless it is at one of them", () => {
    chooseDeck(store, ["late", "meet"]);
    expect(scene()).toBe("late");
    last(store);
    expect(scene()).toBe("meet");
    chooseDeck(store, null);
    expect(store.getState().link.deck).toBeUndefined();
    expect(scene()).toBe("meet");
  });

  test("opens chapters by their number at their first scene, and none that there is not", () => {
    openNumber(store, 4);
    expect(store.getState().link.chapter).toBe(CHAPTERS.find(({ number }) => number === 4)?.id);
    const before = scene();
    expect(before).toBeDefined();
    openNumber(store, 9);
    expect(scene()).toBe(before);
  });

  test("with the reader's own run begins the deck at the next press", () => {
    at("v=1&encoderRate=0.02");
    lecture(store, true);
    expect(scene()).toBeUndefined();
    next(store);
    expect(scene()).toBe(codec.scenes[0].id);
    change(store, { width: 20 });
    previous(store);
    expect(scene()).toBe(codec.scenes[0].id);
    lecture(store, false);
    expect(store.getState().link.profile).toBe("reader");
  });
});
