"""The data of `agent bench realdrift`: one application in releases of component libraries and toolkits."""
