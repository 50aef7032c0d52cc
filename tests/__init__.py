"""The tests; a package, since a library may bring a package of that name along."""
