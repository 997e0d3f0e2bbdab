# make run      set up, then fill the sample form (the main job)
# make pocket   the same by a small Qwen3-VL, from pixels alone, on the processor
# make test     set up everything, then lint, types and the whole test suite
# make attacks  everything in tests/attacks, the long ones too
# make fuzz     the tests of drawn examples, with examples that nobody has seen
# make bench    the figures that the README and docs/internals/log.md quote
.PHONY: run pocket test lint attacks fuzz bench record format

run:
	@./setup.sh run
	.venv/bin/agent run tasks/fill_form.yaml

pocket:
	@./setup.sh pocket
	.venv/bin/agent run tasks/fill_form.yaml --model pocket

test: lint
	.venv/bin/python -m pytest -n 3 --dist worksteal

lint:
	@./setup.sh test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

attacks:
	@./setup.sh test
	.venv/bin/python -m pytest -n 2 --dist worksteal -m "long or not long" tests/attacks

fuzz:
	@./setup.sh test
	.venv/bin/python -m pytest -n 2 --hypothesis-profile fuzz $$(grep -rlE '^ *@given' tests --include 'test_*.py')

bench:
	@./setup.sh bench
	.venv/bin/python -m benchmarks

format:
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

# The recordings of the tree, made anew. Run it in a clone whose path may be seen: it shows on the screen.
record:
	@./setup.sh test
	@set -e; for task in tasks/*.yaml; do \
		rm -rf recordings/$$(basename $$task .yaml); \
		.venv/bin/agent run $$task --record recordings/$$(basename $$task .yaml); \
	done
	.venv/bin/python docs/images/make_gif.py recordings/fill_form docs/images/run.gif
