Console.WriteLine("benchmark\tcase\tvalue\tunit\tfloor\tratio");
