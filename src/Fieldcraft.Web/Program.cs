return await Fieldcraft.Web.Commands.CommandLine.RunAsync(args, Console.Out, Console.Error);
