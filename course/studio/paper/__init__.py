"""What is printed for a group: the leader's guide, hand-outs, cards, slips; as HTML and as PDF."""
