"""What the store keeps beside its imports: corrections, decisions, and who has which role."""
