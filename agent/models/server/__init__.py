"""Any server with OpenAI's chat API: vLLM, SGLang, llama.cpp, Ollama, DashScope. Loaded on use."""
