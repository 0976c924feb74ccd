// The library product: tensors, the graph they are recorded into, and its derivatives, under one import.
@_exported import Graph
@_exported import TensorKit
