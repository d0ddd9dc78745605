"""What sentences beside a table tell: how many came, who came besides, what blanks mean."""
