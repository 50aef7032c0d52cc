"""The ways through a conversation and a test, as their files have them."""


def best_path(exercise):
    """The steps to an ending with full marks (to any, if none has), and that ending.

    A step is a scene and the reply that is given there.
    """
    scenes = {scene["id"]: scene for scene in exercise["scenes"]}
    scored = any("score" in scene for scene in exercise["scenes"])

    def onward(scene, levels, steps):
        if not scene.get("replies"):
            return (steps, scene) if scene.get("score") == 1 or not scored else None
        if len(steps) > len(scenes):
            return None
        for reply in sorted(scene["replies"], key=lambda reply: not reply.get("good")):
            after = {**levels}
            for quality, by in reply.get("changes", {}).items():
                after[quality] = after.get(quality, 0) + by
            found = onward(scenes[_leads(reply, after)], after, [*steps, (scene, reply)])
            if found:
                return found
        return None

    return onward(exercise["scenes"][0], {}, [])


def _leads(reply, levels):
    return next(
        way["scene"]
        for way in reply["leads"]
        if all(levels.get(quality, 0) >= least for quality, least in way.get("needs", {}).items())
    )


def needed(exercise):
    """How many answers of a test must hold: the least number that is the share asked for."""
    share = exercise.get("mastery", 0.8)
    return next(n for n in range(exercise["draw"] + 1) if n / exercise["draw"] >= share - 1e-9)
