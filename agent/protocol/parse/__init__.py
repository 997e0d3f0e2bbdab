"""From a model's reply to the arguments of one tool call, slips mended."""
