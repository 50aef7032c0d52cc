"""One hand for all pictures: people, rooms, the town, drawn as SVG from what data says."""
