"""Views: a thin Python side over plain files in ``static``. No rule and no number lives here."""
