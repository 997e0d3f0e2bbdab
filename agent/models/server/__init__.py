"""Server models: any server with OpenAI's chat API: vLLM, SGLang, llama.cpp, Ollama. Loaded on use."""
