// The library product for programs that embed the language: sessions, and the tensors that their functions work on. Of
// the diagnostics a host sees what is public: codes, words in three languages, places.
@_exported import AulaCore
@_exported import Diagnostics
@_exported import Figures
@_exported import Session
