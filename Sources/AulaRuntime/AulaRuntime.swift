// The library product for programs that embed the language: sessions, and the tensors that their functions work on.
@_exported import AulaCore
@_exported import Session

// Of the diagnostics a host sees what is public: codes, words in three languages, places. The renderer stays inside.
@_exported import Diagnostics
